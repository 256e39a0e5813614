package org.stayseal.spec.vds;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The readings that the tolerant decoder tries, in the order of VDS-24: with a signature before without, fewer deviations before more. */
final class TolerantReadings {

    private TolerantReadings() {}

    static List<Set<Deviation>> all(byte[] bytes) {
        int version = bytes.length > 1 ? bytes[1] & 0xFF : -1;
        boolean shortCountry = bytes.length > 2 && (bytes[2] & 0xFF) == 0xFE;
        List<Set<Deviation>> headers = new ArrayList<>();
        if (version == 0x00 || version == 0x01) {
            headers.add(EnumSet.of(Deviation.VENDOR_VERSION));
        } else {
            headers.add(EnumSet.noneOf(Deviation.class));
            if (version == 0x03) {
                headers.add(EnumSet.of(Deviation.FIXED_REFERENCE));
                headers.add(EnumSet.of(Deviation.DECIMAL_LENGTH));
            }
        }
        List<Set<Deviation>> readings = new ArrayList<>();
        for (boolean signature : new boolean[] {true, false}) {
            for (Set<Deviation> header : headers) {
                for (boolean rawLength : version == 0x03 ? new boolean[] {false, true} : new boolean[] {false}) {
                    Set<Deviation> reading = EnumSet.copyOf(header);
                    set(reading, Deviation.SHORT_COUNTRY, shortCountry);
                    set(reading, Deviation.RAW_LENGTH, rawLength);
                    set(reading, Deviation.NO_SIGNATURE, !signature);
                    readings.add(reading);
                }
            }
        }
        return readings;
    }

    private static void set(Set<Deviation> reading, Deviation deviation, boolean present) {
        if (present) {
            reading.add(deviation);
        }
    }
}
