package org.stayseal.spec.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.vds.Countries;
import org.stayseal.spec.vds.Seal;

/** A visible digital seal (docs 20) as the steps see it. */
final class PresentedSeal implements Presented {
