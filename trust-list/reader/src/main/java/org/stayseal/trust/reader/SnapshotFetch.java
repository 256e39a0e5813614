package org.stayseal.trust.reader;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a snapshot over HTTP or HTTPS. The transport is not trusted: whatever arrives is verified by {@link TrustStore#take}.
 *
 * <p>Bounds: ten seconds to connect, two minutes in all, {@link SnapshotArchive#MAX_BYTES}; no redirect is followed, to this host or another.
 */
public final class SnapshotFetch {

    /** The path below a base address (TRUST-82). */
    public static final String PATH = "/trust/snapshot";

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofMinutes(2);

    private SnapshotFetch() {}

    /** The snapshot could not be had; the message says why in plain English. */
    public static final class FetchException extends Exception {
        private static final long serialVersionUID = 1L;

        FetchException(String message) {
            super(message);
        }
    }

    /**
     * Completes an address: a bare host, or one that ends in a slash, is a base; anything with a path is taken as it is.
     *
     * @throws IllegalArgumentException if it is neither http nor https, or holds a user's name
     */
    public static URI address(String typed) {
        URI uri = URI.create(typed.strip());
        String scheme = uri.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address begins with http:// or https:// and a host");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (path.isEmpty() || path.endsWith("/")) {
            return URI.create(typed.strip().replaceAll("/+$", "") + PATH);
        }
        return uri;
    }

    /**
     * Fetches the ZIP.
     *
     * @param address from {@link #address}
     * @throws FetchException if there is no answer, another one than 200, or too many bytes
     */
    public static byte[] fetch(URI address) throws FetchException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(WHOLE)
                .header("Accept", "application/zip")
                .GET()
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, info -> new BoundedBody(SnapshotArchive.MAX_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
            if (response.statusCode() != 200) {
                throw new FetchException(address + " answered " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new FetchException(address + " cannot be read: " + cause(e));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FetchException(address + " takes longer than " + WHOLE.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted while fetching " + address);
        }
    }

    private static String cause(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        // The JDK's client says nothing more about either than the name of a class.
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "there is no such host"
                    : "nobody answers there";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
