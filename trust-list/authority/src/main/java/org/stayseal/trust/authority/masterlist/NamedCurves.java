package org.stayseal.trust.authority.masterlist;

import java.security.spec.ECParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;

/** The curves that an authority's key may be on (TRUST-102). */
final class NamedCurves {

    private static final List<ECParameterSpec> ALL = List.of(
                    "secp224r1",
                    "secp256r1",
                    "secp384r1",
                    "secp521r1",
                    "brainpoolP224r1",
                    "brainpoolP256r1",
                    "brainpoolP320r1",
                    "brainpoolP384r1",
                    "brainpoolP512r1",
                    "brainpoolP224t1",
                    "brainpoolP256t1",
                    "brainpoolP320t1",
                    "brainpoolP384t1",
                    "brainpoolP512t1")
            .stream()
            .map(NamedCurves::parameters)
            .toList();

    private NamedCurves() {}

    /** Whether these are the very parameters of one of them: field, coefficients, generator, order and cofactor. */
    static boolean has(ECParameterSpec parameters) {
        return ALL.stream()
                .anyMatch(curve -> curve.getOrder().equals(parameters.getOrder())
                        && curve.getCofactor() == parameters.getCofactor()
                        && curve.getGenerator().equals(parameters.getGenerator())
                        && curve.getCurve()
                                .getField()
                                .equals(parameters.getCurve().getField())
                        && curve.getCurve().getA().equals(parameters.getCurve().getA())
                        && curve.getCurve().getB().equals(parameters.getCurve().getB()));
    }

    private static ECParameterSpec parameters(String name) {
        X9ECParameters curve = ECNamedCurveTable.getByName(name);
        return EC5Util.convertToSpec(curve);
    }
}
