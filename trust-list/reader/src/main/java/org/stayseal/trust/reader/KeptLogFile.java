package org.stayseal.trust.reader;

import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.trust.KeptLog;

/**
 * A kept log of a snapshot with the identities that it names (TRUST-184).
 *
 * @param log the document, accepted by the role {@code log}
 * @param identities the file beside it
 */
public record KeptLogFile(KeptLog log, KeptIdentities identities) {}
