package org.stayseal.trust.authority.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidParameterException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The library of a token's maker, opened through the JDK's SunPKCS11, and the slot in which a token of a given label is.
 *
 * <p>SunPKCS11 takes a slot and no label, and a PIN must never be tried on another token than its own. So the labels are read through the wrapper below that
 * provider, which the process must be allowed to use: {@code --add-exports jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED}, or {@code Add-Exports} in the manifest.
 */
final class TokenLibrary {

    private static final String WRAPPER = "sun.security.pkcs11.wrapper.PKCS11";
    private static final String ARGUMENTS = "sun.security.pkcs11.wrapper.CK_C_INITIALIZE_ARGS";

    /** One provider for each token: a token knows one login for the whole process. */
    private static final Map<String, Provider> PROVIDERS = new HashMap<>();

    private TokenLibrary() {}

    /** The provider of the token; not registered for the process. Keys that it makes stay in the token, and cannot be read out. */
    static synchronized Provider provider(TokenUri uri) throws KeyFault {
        int slot = slot(uri);
        String name = uri.module() + "#" + slot;
        Provider known = PROVIDERS.get(name);
        if (known == null) {
            // By its number and not by its place among the others: that changes when a reader is plugged in.
            known = configured(uri.module(), "slot=" + slot);
            PROVIDERS.put(name, known);
        }
        return known;
    }

    private static Provider configured(Path module, String slot) throws KeyFault {
        if (!Files.isRegularFile(module)) {
            throw new KeyFault(
                    "there is no PKCS#11 library " + module,
                    "check module-path; for SoftHSM2: apt-get install softhsm2");
        }
        Provider sun = Security.getProvider("SunPKCS11");
        if (sun == null) {
            throw new KeyFault("this Java has no SunPKCS11", "use a JDK with the module jdk.crypto.cryptoki");
        }
        // "--" says that this is the configuration itself and not the name of a file.
        String configuration = "--name=" + slot.replace('=', '-') + "\nlibrary=\""
                + module.toString().replace("\\", "\\\\").replace("\"", "\\\"")
                + "\"\n" + slot
                + "\nattributes(generate,CKO_PRIVATE_KEY,*)={\n CKA_TOKEN=true\n CKA_PRIVATE=true\n CKA_SENSITIVE=true\n CKA_EXTRACTABLE=false\n CKA_SIGN=true\n}\n"
                + "attributes(generate,CKO_PUBLIC_KEY,*)={\n CKA_TOKEN=false\n CKA_VERIFY=true\n}\n";
        try {
            return sun.configure(configuration);
        } catch (InvalidParameterException | ProviderException e) {
            throw new KeyFault(
                    "the PKCS#11 library " + module + " does not open",
                    "check that it is one, and what its own configuration says (SoftHSM2: SOFTHSM2_CONF)");
        }
    }

    /** The number of the slot in which the token is. */
    private static int slot(TokenUri uri) throws KeyFault {
        // The provider opens the library, for several threads; only then is the wrapper asked, which has it open
        // already.
        String first = uri.module().toString();
        if (!PROVIDERS.containsKey(first)) {
            PROVIDERS.put(first, configured(uri.module(), "slotListIndex=0"));
        }
        OptionalLong found = OptionalLong.empty();
        try {
            Class<?> type = Class.forName(WRAPPER);
            Object library = type.getMethod(
                            "getInstance", String.class, String.class, Class.forName(ARGUMENTS), boolean.class)
                    .invoke(null, uri.module().toString(), "C_GetFunctionList", null, false);
            long[] slots =
                    (long[]) type.getMethod("C_GetSlotList", boolean.class).invoke(library, false);
            for (long slot : slots) {
                if (isMeant(type, library, slot, uri)) {
                    if (found.isPresent()) {
                        throw new KeyFault(
                                "two tokens are called " + uri.token(),
                                "add serial=NUMBER to the URI, or take one out");
                    }
                    found = OptionalLong.of(slot);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new KeyFault(
                    "this process may not ask which token is in which slot",
                    "start Java with --add-exports jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED");
        }
        if (found.isEmpty()) {
            throw new KeyFault(
                    "there is no token " + uri.token() + " in the slots of " + uri.module(),
                    "put it in, or check the label (SoftHSM2: softhsm2-util --show-slots)");
        }
        long slot = found.getAsLong();
        if (slot > Integer.MAX_VALUE) {
            throw new KeyFault(
                    "the token " + uri.token() + " is in slot " + slot + ", and this Java counts to "
                            + Integer.MAX_VALUE,
                    "see what the library's own configuration says of the numbers of slots");
        }
        return (int) slot;
    }

    private static boolean isMeant(Class<?> type, Object library, long slot, TokenUri uri)
            throws ReflectiveOperationException {
        Object token;
        try {
            token = type.getMethod("C_GetTokenInfo", long.class).invoke(library, slot);
        } catch (java.lang.reflect.InvocationTargetException e) {
            // An empty slot.
            return false;
        }
        return text(token, "label").equals(uri.token())
                && uri.serial().map(serial -> serialIs(token, serial)).orElse(true);
    }

    private static boolean serialIs(Object token, String serial) {
        try {
            return text(token, "serialNumber").equals(serial);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String text(Object token, String field) throws ReflectiveOperationException {
        return new String((char[]) token.getClass().getField(field).get(token)).strip();
    }
}
