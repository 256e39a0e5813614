package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * No good permit is refused by a verifier within its policy and no bad one accepted after its deadline, through rotations, a theft and a new root. With {@code -Dstayseal.simulation=long}
 * three years, which takes minutes, and the plot of {@code docs/pictures} is drawn anew.
 */
@Tag("whole")
class RotationSimulationTest {

    private static final boolean LONG = "long".equals(System.getProperty("stayseal.simulation"));

    @TempDir
    Path directory;

    @Test
    void nobodyLosesAPermitAndNoForgeryOutlivesItsDeadline() throws Exception {
        RotationSimulation.Plan plan = LONG
                ? new RotationSimulation.Plan(1_096, 5, 24, 1, 20270101)
                : new RotationSimulation.Plan(130, 3, 8, 1, 20270101);
        RotationSimulation world = new RotationSimulation(directory, plan).run();
        int within = world.weeks.stream().mapToInt(week -> week.within).sum();
        int stale = world.weeks.stream().mapToInt(week -> week.stale).sum();
        int forged = world.weeks.stream().mapToInt(week -> week.forged).sum();
        int believed =
                world.weeks.stream().mapToInt(week -> week.forgedBelieved).sum();
        System.out.printf(
                "%d permits, %d issued again after the theft; %d questions within policy, %d by lists that are over; %d about forged permits, %d believed before the deadline; %d old lists replayed%n",
                world.issued, world.reissued, within, stale, forged, believed, world.replays);
        if (LONG) {
            Path picture = Utopia.keys().resolve("../../../docs/pictures/rotation.svg");
            Files.write(picture, SimulationPlot.of(world, plan).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(world.faults).isEmpty();
        assertThat(world.reissued).as("the theft cost its owner something").isPositive();
        assertThat(within).as("questions within policy").isGreaterThan(plan.days());
        assertThat(stale).as("questions by lists that are over").isGreaterThan(plan.days() / 2);
        assertThat(believed)
                .as("forgeries that were believed until the deadline")
                .isPositive();
        assertThat(forged - believed).as("forgeries that were not").isGreaterThan(plan.days() / 4);
        assertThat(world.replays).isPositive();
    }

    /** That the simulation can fail at all: with the long run, since it takes as long as the short one. */
    @Test
    @EnabledIfSystemProperty(named = "stayseal.simulation", matches = "long")
    void anAuthorityThatForgetsWhatItsStolenKeyHadSignedLosesGoodPermitsAndTheSimulationSaysSo() throws Exception {
        RotationSimulation world =
                new RotationSimulation(directory, new RotationSimulation.Plan(120, 2, 3, 2, 20270101), false).run();
        assertThat(world.faults).anyMatch(fault -> fault.endsWith("a good permit of key B is INVALID"));
        assertThat(world.faults).allMatch(fault -> fault.contains("a good permit"));
    }
}
