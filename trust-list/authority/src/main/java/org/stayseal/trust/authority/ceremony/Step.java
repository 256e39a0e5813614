package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/** One change of the register (TRUST-244). A step carries what is finished; it never makes or signs anything. */
public sealed interface Step
        permits RootStep,
                AnnounceStep,
                ActivateStep,
                RetiringStep,
                RetireStep,
                RevokeStep,
                CrlStep,
                NoticeStep,
                WithdrawNoticeStep,
                NeighbourStep,
                WithdrawNeighbourStep,
                BulletinStep,
                WithdrawBulletinStep {

    /**
     * When and where a step is made.
     *
     * @param number of the ceremony
     * @param at from when it holds
     */
    record Moment(int number, Instant at) {}

    /** The value of the member {@code step}. */
    String word();

    /** Writes the other members. */
    void write(ObjectNode json);

    /**
     * The register after this step.
     *
     * @throws CeremonyRefusedException if the register cannot change so
     */
    Register applyTo(Register register, Moment moment) throws CeremonyRefusedException;
}
