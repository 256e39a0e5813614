package org.stayseal.spec.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.registry.Reason;

/** Field by field: a zone against what a code says of that document and its holder (VER-45, VER-47). */
final class IdentityCheck {

    private IdentityCheck() {}

    /**
     * @param unread the reason where the zone cannot be used
     * @param contradicted the reason where it contradicts
     */
    static void make(
            Case file,
            String name,
            ZoneReading reading,
            Optional<Identity> identity,
            Reason unread,
            BiFunction<Identity, Mrz, Reason> contradicted) {
        if (reading instanceof ZoneReading.Unfit unfit) {
            file.because(name, unread, unfit.why());
            return;
        }
        Mrz zone = ((ZoneReading.Read) reading).zone();
        if (identity.filter(known -> known.saysSomethingOf(zone)).isEmpty()) {
            file.because(name, Reason.LINES_NOT_COMPARED, "the code says nothing that could be compared with it");
            return;
        }
        if (zone.format().isVisa()) {
            file.because(name, unread, "the zone of a visa");
            return;
        }
        List<String> contradictions = identity.get().contradictions(zone);
        if (!contradictions.isEmpty()) {
            file.because(
                    name, contradicted.apply(identity.get(), zone), "differs in: " + String.join(", ", contradictions));
        } else if (identity.get().number().isPresent()) {
            file.matched(name, "its number is the one in the code, and nothing contradicts");
        } else {
            file.compare(name, "nothing contradicts, but the code does not say its number");
        }
    }
}
