package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, as scripts and the launcher start it. */
class MainTest {

    private static final Path SAMPLES = Session.root().resolve("samples");

    @TempDir
    private Path store;

    @Test
    void namesAreWrittenInUtf8WhateverTheLocale() throws Exception {
        Ended ended = run(List.of(), "valid-full.png");
        assertThat(ended.exit()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("Ковальченко Дарина Тест");
    }

    @Test
    void anInvalidCodeEndsTheProcessWith1OrWithTheNumberThatTheLauncherAskedFor() throws Exception {
        assertThat(run(List.of(), "forged.png").exit()).isEqualTo(1);
        assertThat(run(List.of("-Dstayseal.exit.invalid=101"), "forged.png").exit())
                .isEqualTo(101);
    }

    private record Ended(int exit, String out) {}

    private Ended run(List<String> flags, String sample) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(Main.class.getName(), "verify", "--store", store.toString()));
        line.addAll(List.of("--root", SAMPLES.resolve("root.txt").toString()));
        line.addAll(List.of("--snapshot", SAMPLES.resolve("snapshot.zip").toString()));
        line.addAll(
                List.of("--at", "2026-11-22T12:00:00Z", SAMPLES.resolve(sample).toString()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out);
    }
}
