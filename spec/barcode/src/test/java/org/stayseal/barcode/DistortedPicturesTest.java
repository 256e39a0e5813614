package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.barcode.DistortedSet.Expected;
import org.stayseal.barcode.DistortedSet.Which;

/** A small part of the set that {@code bench/reading} measures: what is mild must be read, and what is read must be right. */
class DistortedPicturesTest {
    private static final long SEED = 5;

    static Stream<Which> mild() {
        List<Which> mild = new ArrayList<>();
        List<Payload> payloads = List.of(Payload.SEAL, Payload.AZTEC_SEAL, Payload.IDB, Payload.CREDENTIAL);
        for (Distortion distortion : Distortion.values()) {
            Payload payload = payloads.get(distortion.ordinal() % payloads.size());
            mild.add(new Which(distortion, payload, 1, SEED));
            // The other symbology of each, so that no distortion is proved by one alone.
            Payload other = payloads.get((distortion.ordinal() + 1) % payloads.size());
            if (distortion.ordinal() % 2 == 0) {
                mild.add(new Which(distortion, other, 2, SEED));
            }
        }
        return mild.stream();
    }

    @ParameterizedTest
    @MethodSource("mild")
    void a_mildly_distorted_code_is_read_byte_for_byte(Which which) {
        assertReadsAll(which);
    }

    @ParameterizedTest
    @EnumSource(
            value = Distortion.class,
            names = {"TURNED", "NOISY", "COMPRESSED", "MIRRORED"})
    void a_credential_with_a_photo_is_read_although_its_modules_are_many(Distortion distortion) {
        assertReadsAll(new Which(distortion, Payload.CREDENTIAL_WITH_PHOTO, 2, SEED));
    }

    @Test
    void a_seal_seen_from_far_to_the_side_is_read_and_so_is_one_on_bent_paper() {
        assertReadsAll(new Which(Distortion.PERSPECTIVE, Payload.SEAL, 3, SEED));
        assertReadsAll(new Which(Distortion.BENT, Payload.SEAL, 3, SEED));
    }

    @Test
    void the_same_seed_makes_the_same_picture_and_another_seed_another() {
        Which which = new Which(Distortion.PHONE, Payload.SEAL, 3, SEED);
        byte[] picture = DistortedSet.make(which).file();
        assertThat(DistortedSet.make(which).file()).isEqualTo(picture);
        assertThat(DistortedSet.make(new Which(Distortion.PHONE, Payload.SEAL, 3, SEED + 1))
                        .file())
                .isNotEqualTo(picture);
    }

    @Test
    void the_set_has_at_least_five_hundred_pictures() {
        assertThat(DistortedSet.all(1)).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    }

    private static void assertReadsAll(Which which) {
        DistortedSet.Sample sample = DistortedSet.make(which);
        List<FoundCode> codes = Scenes.codesIn(sample.file());
        assertThat(codes).as(which.name()).hasSameSizeAs(sample.expected());
        for (Expected expected : sample.expected()) {
            assertThat(codes)
                    .as(which.name())
                    .anySatisfy(code -> assertThat(code.bytes()).isEqualTo(expected.content()))
                    .anySatisfy(code -> assertThat(code.symbology()).isEqualTo(expected.symbology()));
        }
    }
}
