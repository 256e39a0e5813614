package org.stayseal.trust.authority.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** Where the password of a file or the PIN of a token comes from: a file of its owner, or a person at a terminal. Never an argument of a command. */
@FunctionalInterface
public interface Secrets {

    /** Longer than any password that a person types; a file with more is another file. */
    int MAX_BYTES = 1_024;

    /**
     * @param place of the key that it opens
     * @return the secret, which the caller wipes
     * @throws KeyFault if there is none
     */
    char[] secret(KeyPlace place) throws KeyFault;

    /** The first line of this file, whatever the place. */
    static Secrets in(Path file) {
        return place -> read(file);
    }

    /** The place's own {@code pin-source} where it names one, else {@code others}. */
    static Secrets ofPlaceOr(Secrets others) {
        return place -> place instanceof KeyPlace.InToken token
                        && token.uri().pinSource().isPresent()
                ? read(token.uri().pinSource().get())
                : others.secret(place);
    }

    private static char[] read(Path file) throws KeyFault {
        byte[] bytes;
        try {
            requireOwn(file);
            if (Files.size(file) > MAX_BYTES) {
                throw new KeyFault(file + " is too long for a password", "it holds one line, and nothing else");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new KeyFault("the password file " + file + " is not there", "check the path");
        } catch (IOException e) {
            throw new KeyFault("the password file " + file + " cannot be read", "check its permissions");
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            char[] secret = Arrays.copyOf(text.array(), end);
            Arrays.fill(text.array(), '\0');
            if (secret.length == 0) {
                throw new KeyFault("the password file " + file + " begins with an empty line", "it holds one line");
            }
            return secret;
        } catch (CharacterCodingException e) {
            throw new KeyFault("the password file " + file + " is not UTF-8", "it holds one line of text");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void requireOwn(Path file) throws IOException, KeyFault {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> open = view.readAttributes().permissions();
        if (open.contains(PosixFilePermission.OTHERS_READ) || open.contains(PosixFilePermission.GROUP_READ)) {
            throw new KeyFault(
                    "others can read the password file " + file, "run chmod 600 on it, and change the password");
        }
    }
}
