package org.stayseal.trust.authority.masterlist;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;
import org.stayseal.spec.signing.Crypto;

/** The curves that an authority's key may be on (TRUST-102). */
final class NamedCurves {

    private record Curve(ECParameterSpec parameters, ECNamedCurveSpec named) {}

    private static final List<Curve> ALL = List.of(
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
            .map(NamedCurves::curve)
            .toList();

    private NamedCurves() {}

    /** Whether these are the very parameters of one of them: field, coefficients, generator, order and cofactor. */
    static boolean has(ECParameterSpec parameters) {
        return ALL.stream().anyMatch(curve -> same(curve.parameters, parameters));
    }

    /**
     * The same key on the curve by its name, where its parameters are those of one: a curve that is spelled out is a new one to the provider, which then
     * computes everything about its generator again for each certificate.
     */
    static PublicKey named(PublicKey key) {
        if (!(key instanceof ECPublicKey ec)) {
            return key;
        }
        Optional<Curve> curve =
                ALL.stream().filter(one -> same(one.parameters, ec.getParams())).findFirst();
        if (curve.isEmpty()) {
            return key;
        }
        try {
            return KeyFactory.getInstance("EC", Crypto.provider())
                    .generatePublic(new ECPublicKeySpec(ec.getW(), curve.get().named));
        } catch (GeneralSecurityException e) {
            return key;
        }
    }

    private static boolean same(ECParameterSpec curve, ECParameterSpec parameters) {
        return curve.getOrder().equals(parameters.getOrder())
                && curve.getCofactor() == parameters.getCofactor()
                && curve.getGenerator().equals(parameters.getGenerator())
                && curve.getCurve().getField().equals(parameters.getCurve().getField())
                && curve.getCurve().getA().equals(parameters.getCurve().getA())
                && curve.getCurve().getB().equals(parameters.getCurve().getB());
    }

    private static Curve curve(String name) {
        X9ECParameters curve = ECNamedCurveTable.getByName(name);
        return new Curve(
                EC5Util.convertToSpec(curve),
                new ECNamedCurveSpec(name, curve.getCurve(), curve.getG(), curve.getN(), curve.getH()));
    }
}
