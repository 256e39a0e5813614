package org.stayseal.issuer.application;

import java.util.Optional;
import org.stayseal.spec.permit.PermitDraft;

/**
 * A form without faults.
 *
 * @param form as it came
 * @param draft complete but for what the issuer gives at issue (number, day of issue), with the small photo
 * @param portrait the photo as it is kept and printed: cut to shape, without metadata
 */
public record ReadForm(ApplicationForm form, PermitDraft draft, Optional<byte[]> portrait) {}
