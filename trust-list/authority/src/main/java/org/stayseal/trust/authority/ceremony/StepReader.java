package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;

/** Reads one step (TRUST-244): known by its word, with exactly its members. */
final class StepReader {

    static final String RULE = "TRUST-244";

    private StepReader() {}

    /** @param at the ceremony's moment: no state in it begins later */
    static Step read(JsonObject json, Instant at) throws FormatException {
        return switch (json.text("step", RULE)) {
            case RootStep.WORD -> RootStep.read(json);
            case AnnounceStep.WORD -> AnnounceStep.read(json, at);
            case ActivateStep.WORD -> ActivateStep.read(json);
            case RetiringStep.WORD -> RetiringStep.read(json);
            case RetireStep.WORD -> RetireStep.read(json);
            case RevokeStep.WORD -> RevokeStep.read(json);
            case CrlStep.WORD -> CrlStep.read(json);
            case NoticeStep.WORD -> NoticeStep.read(json);
            case WithdrawNoticeStep.WORD -> WithdrawNoticeStep.read(json);
            case NeighbourStep.WORD -> NeighbourStep.read(json);
            case WithdrawNeighbourStep.WORD -> WithdrawNeighbourStep.read(json);
            case BulletinStep.WORD -> BulletinStep.read(json);
            case WithdrawBulletinStep.WORD -> WithdrawBulletinStep.read(json);
            default -> throw FormatException.unsupported(RULE, "a step that is not known");
        };
    }
}
