package org.stayseal.trust.authority.ceremony;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.authority.crl.CrlFile;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/** The CRL of a CSCA whose key is not where lists are published: made elsewhere, carried on in every publication until the next. */
public final class CrlStep implements Step {

    static final String WORD = "crl";
    private static final Pattern NAME = Pattern.compile("[A-Z]{1,3}(-[1-9][0-9]{0,2})?");

    private final String name;
    private final byte[] der;

    private CrlStep(String name, byte[] der) throws FormatException {
        if (!NAME.matcher(name).matches()) {
            throw FormatException.wrongFormat(StepReader.RULE, "a CRL is named like UTO, further ones like UTO-2");
        }
        CrlFile.read(der);
        this.name = name;
        this.der = der.clone();
    }

    /**
     * @param name in a snapshot, without folder and ending: {@code UTO}, {@code UTO-2}
     * @param der the CRL
     * @throws FormatException for another name, or what is no CRL (TRUST-64)
     */
    public static CrlStep of(String name, byte[] der) throws FormatException {
        return new CrlStep(name, der);
    }

    static CrlStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "name", "der");
        return new CrlStep(json.text("name", StepReader.RULE), json.bytes("der", StepReader.RULE));
    }

    /** The name in a snapshot, without folder and ending. */
    public String name() {
        return name;
    }

    /** The CRL in DER. */
    public byte[] der() {
        return der.clone();
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.put("name", name);
        json.put("der", Base64.getUrlEncoder().withoutPadding().encodeToString(der));
    }

    @Override
    public Register applyTo(Register register, Moment moment) {
        return register.withCrl(name, der);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrlStep step && step.name.equals(name) && Arrays.equals(step.der, der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "crl " + name;
    }
}
