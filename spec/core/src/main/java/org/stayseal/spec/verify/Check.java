package org.stayseal.spec.verify;

import java.util.Optional;
import org.stayseal.spec.registry.Reason;

/**
 * One check and how it ended (VER-2).
 *
 * @param name the step, as docs 60 section 4 names it
 * @param question which of the three questions it belongs to
 * @param reason why, where the result needs one
 * @param detail the evidence, in English
 */
public record Check(String name, Question question, Result result, Optional<Reason> reason, String detail) {

    /** The three questions (VER-1). */
    public enum Question {
        AUTHENTIC,
        RIGHT,
        HOLDER
    }
}
