package org.stayseal.trust.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vdsnc.VdsNcDecoder;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.VerdictJson;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;

/** Any bytes get a verdict, and only what the vectors' keys signed is ever authentic. */
class VerdictFuzzTest {

    private static final byte COSE = (byte) 0xD2;
    private static final Verifier VERIFIER = verifier();
    private static final Set<String> SIGNED = new HashSet<>();
    private static final Set<String> SHOWN_LIVE = new HashSet<>();

    static {
        for (byte[] code : Published.codes()) {
            Verdict verdict = VERIFIER.verify(code, Asked.residence());
            if (verdict.authentic() == Result.PASSED) {
                SIGNED.add(signedPart(code));
            }
            if (verdict.holder() == Result.LIVE) {
                SHOWN_LIVE.add(proof(code));
            }
        }
    }

    private static Verifier verifier() {
        Snapshot lists = Snapshots.open(Published.file("trust/utopia.zip"), Published.pin())
                .taken()
                .orElseThrow();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        return new Verifier(lists.trustSource(), lists.statusSource(), clock);
    }

    /** The codes as they are, and the bytes in each credential: those are wrapped again below, so that fuzzing need not fight a checksum. */
    static Stream<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Published.codes());
        for (byte[] code : Published.codes()) {
            try {
                seeds.add(CredentialDecoder.bytesOf(textOf(code)));
            } catch (FormatException e) {
                // No credential, or one that is broken before its bytes.
                continue;
            }
        }
        return Published.start(seeds);
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyBytesGetAVerdictAndOnlyWhatWasSignedIsAuthentic(byte[] bytes) {
        byte[] code = bytes.length > 0 && bytes[0] == COSE ? wrapped(bytes) : bytes;
        Verdict verdict = VERIFIER.verify(code, Asked.residence());
        assertThat(VerdictJson.of(verdict)).containsKey("outcome");
        if (verdict.authentic() == Result.PASSED) {
            assertThat(SIGNED).contains(signedPart(code));
        } else {
            assertThat(verdict.outcome()).isNotEqualTo(Outcome.VALID);
        }
        if (verdict.holder() == Result.LIVE) {
            assertThat(SHOWN_LIVE).contains(proof(code));
        }
    }

    private static byte[] wrapped(byte[] cose) {
        String text = CredentialDecoder.PREFIX + Base45.encode(BoundedInflate.deflate(cose));
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What the holder's device signed. */
    private static String proof(byte[] code) {
        try {
            return HexFormat.of().formatHex(LiveCode.decode(textOf(code)).toBeSigned());
        } catch (FormatException e) {
            throw new AssertionError("live, and not decoded", e);
        }
    }

    private static boolean isLive(byte[] code) {
        return textOf(code).startsWith(LiveCode.PREFIX);
    }

    private static String textOf(byte[] code) {
        return new String(code, StandardCharsets.ISO_8859_1);
    }

    /** What the authority's signature is over: the signature itself may be turned into its twin by anyone. */
    private static String signedPart(byte[] code) {
        try {
            byte[] signed;
            if (SealDecoder.looksLikeSeal(code)) {
                signed = SealDecoder.decode(code).signedBytes();
            } else if (IdbDecoder.looksLikeIdb(code)) {
                signed = IdbDecoder.decode(code).signedBytes();
            } else if (VdsNcDecoder.looksLikeVdsNc(code)) {
                signed = VdsNcDecoder.decode(code).signedBytes();
            } else if (isLive(code)) {
                signed = LiveCode.decode(textOf(code)).credential().toBeSigned();
            } else {
                signed = CredentialDecoder.decode(textOf(code)).toBeSigned();
            }
            return HexFormat.of().formatHex(signed);
        } catch (FormatException e) {
            throw new AssertionError("authentic, and not decoded", e);
        }
    }
}
