package org.stayseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Recognition;
import org.stayseal.spec.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stayseal inspect}: what is in a code, byte by byte. It judges nothing: even a forged code can be looked at. */
@Command(
        name = "inspect",
        description = "Decodes a code and explains every byte of it, without judging it.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private FaceOptions face = new FaceOptions();

    @Mixin
    private CodeOptions codes = new CodeOptions();

    @Mixin
    private ProfileOptions types = new ProfileOptions();

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        if (codes.areMissing()) {
            throw new CommandFailed(Exit.USAGE, "there is nothing to inspect", "name a picture, a PDF or a text file");
        }
        Optional<FaceFiles> faces = face.files(console);
        Inputs inputs = new Inputs(console);
        List<Inputs.Input> given = codes.typed();
        for (String name : codes.names()) {
            given.addAll(inputs.of(name));
        }
        Profiles profiles = types.profiles(inputs);
        List<Exit> exits = new ArrayList<>();
        for (Inputs.Input input : given) {
            exits.add(inspect(input, profiles));
            if (faces.isPresent()) {
                save(faces.get(), input, profiles);
            }
        }
        return Exit.gravest(exits).code;
    }

    /** The face as the code has it, whoever made the code: a verifier without lists decodes and believes nothing. */
    private void save(FaceFiles faces, Inputs.Input input, Profiles profiles) throws CommandFailed {
        Knowledge nothing = Knowledge.none("inspect judges nothing");
        Verifier decoder = new Verifier(nothing.trust(), nothing.status(), console.clock(), profiles);
        Asked plainly = new Asked(Optional.empty(), Optional.empty(), Optional.empty());
        faces.save(input, decoder.verify(input.code(), plainly).document());
    }

    /** Exit 2 where it cannot be decoded: inspecting never says INVALID. */
    private Exit inspect(Inputs.Input input, Profiles profiles) {
        Listing listing = new Listing(console.out());
        listing.heading(Printable.of(input.name()) + (input.place().isEmpty() ? "" : " (" + input.place() + ")"));
        if (!input.problem().isEmpty()) {
            listing.note(input.problem());
            return Exit.INDETERMINATE;
        }
        byte[] code = input.code();
        try {
            if (SealListing.fits(code)) {
                SealListing.print(listing, code, profiles);
            } else if (CredentialListing.fits(code)) {
                CredentialListing.print(listing, code);
            } else if (LiveListing.fits(code)) {
                LiveListing.print(listing, code);
            } else if (IdbListing.fits(code)) {
                IdbListing.print(listing, code);
            } else if (VdsNcListing.fits(code)) {
                VdsNcListing.print(listing, code);
            } else if (IdentityListing.fits(code)) {
                IdentityListing.print(listing, code);
            } else {
                String kind = Recognition.isKnownKind(code)
                        ? "of a later kind or version, which this command does not read"
                        : "neither a seal (VDS) nor a residence credential, a live code, an IDB, a VDS-NC or an identity credential (claim 169)";
                listing.note(kind + "; its first bytes are "
                        + Hex.encode(java.util.Arrays.copyOf(code, Math.min(16, code.length))));
                return Exit.INDETERMINATE;
            }
            return Exit.VALID;
        } catch (FormatException e) {
            listing.note("cannot be decoded further. " + e.rule() + ": " + e.getMessage());
            return Exit.INDETERMINATE;
        }
    }
}
