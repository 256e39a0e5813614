package org.stayseal.spec.verify;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.trust.Notice;

/**
 * A notice that decided something about a permit (VER-66).
 *
 * @param notice as the trust list has it
 * @param printedEnd the last day that the permit itself states; of an extension
 */
public record AppliedNotice(Notice notice, Optional<LocalDate> printedEnd) {}
