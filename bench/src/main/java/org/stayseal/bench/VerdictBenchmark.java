package org.stayseal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole verdict beside one raw signature check. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in the set-up.
public class VerdictBenchmark {

    private static final Path VECTORS = Path.of("spec/vectors");
    private static final byte[] MESSAGE = new byte[400];

    private Verifier verifier;
    private byte[] credential;
    private byte[] seal;
    private KeyPair keys;
    private byte[] signature;

    /** Opens the vectors' lists, and makes sure that what is timed is answered VALID. */
    @Setup
    public void open() throws Exception {
        JsonNode vector = read("credential/valid-full");
        Pin pin = new Pin(
                Fingerprint.parse(vector.required("trust").required("root").stringValue()));
        Snapshot lists = Snapshots.open(Files.readAllBytes(VECTORS.resolve("trust/utopia.zip")), pin)
                .taken()
                .orElseThrow();
        Clock clock = Clock.fixed(
                Instant.parse(vector.required("question").required("clock").stringValue()), ZoneOffset.UTC);
        verifier = new Verifier(lists.trustSource(), lists.statusSource(), clock);
        credential = Verifier.typed(vector.required("code").required("text").stringValue());
        seal = Hex.decode(read("seal/valid").required("code").required("hex").stringValue(), "VDS-1");
        if (credentialToVerdict().outcome() != Outcome.VALID || sealToVerdict().outcome() != Outcome.VALID) {
            throw new IllegalStateException("the vectors are not answered VALID: nothing to time");
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        Signature signer = Signature.getInstance("SHA256withECDSA", Crypto.provider());
        signer.initSign(keys.getPrivate());
        signer.update(MESSAGE);
        signature = signer.sign();
    }

    private static JsonNode read(String name) throws java.io.IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(VECTORS.resolve(name + ".json")));
    }

    @Benchmark
    public boolean signatureAlone() throws Exception {
        return verify(Signature.getInstance("SHA256withECDSA", Crypto.provider()));
    }

    @Benchmark
    public boolean signatureByTheJdk() throws Exception {
        return verify(Signature.getInstance("SHA256withECDSA", "SunEC"));
    }

    private boolean verify(Signature verification) throws Exception {
        verification.initVerify(keys.getPublic());
        verification.update(MESSAGE);
        return verification.verify(signature);
    }

    @Benchmark
    public Verdict credentialToVerdict() {
        return verifier.verify(credential, Asked.residence());
    }

    @Benchmark
    public Verdict sealToVerdict() {
        return verifier.verify(seal, Asked.residence());
    }
}
