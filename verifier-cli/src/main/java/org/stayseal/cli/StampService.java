package org.stayseal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.receipt.TimeStamp;
import org.stayseal.spec.receipt.TimeStampToken;

/** A service of time stamps over HTTP (RFC 3161, 3.4): 32 bytes of hash go out, a token comes back (RCPT-17). */
final class StampService {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** A token, and the little that is around it. */
    private static final int MOST_BYTES = TimeStampToken.MAX_BYTES + 1024;

    private StampService() {}

    static URI address(String text) throws CommandFailed {
        if (text.matches("(?i)https?://.+")) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                // falls through
            }
        }
        throw new CommandFailed(
                Exit.USAGE, "--time-stamp is no address", "write it as https://host/path, as the service gave it");
    }

    /**
     * @throws IOException if it does not answer
     * @throws FormatException if its answer is none to this request
     */
    static TimeStampToken stamp(String service, byte[] hash) throws CommandFailed, IOException, FormatException {
        byte[] nonce = new byte[TimeStamp.NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        byte[] request = TimeStamp.request(hash, nonce);
        return TimeStamp.answer(post(address(service), request), request);
    }

    private static byte[] post(URI address, byte[] request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (answer.statusCode() != 200 || bytes.length > MOST_BYTES) {
                    throw new IOException("the service answered " + answer.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (java.net.ConnectException e) {
            throw new IOException("the service cannot be reached", e);
        }
    }
}
