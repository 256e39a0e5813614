package org.stayseal.issuer.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The printed words in English and one national language, from {@code labels_<language>.properties} beside this class. Immutable. */
public final class Labels {
    private static final List<Locale> LANGUAGES =
            Stream.of("en", "lt", "uk", "pl", "de").map(Locale::forLanguageTag).toList();
    private static final Map<String, Labels> KNOWN = new ConcurrentHashMap<>();

    private final Properties english;
    private final Properties national;
    private final Locale language;

    private Labels(Locale language, Properties english, Properties national) {
        this.language = language;
        this.english = english;
        this.national = national;
    }

    /** All languages that there are labels in, English first. */
    public static List<Locale> languages() {
        return LANGUAGES;
    }

    /** Whether there are labels in this language. */
    public static boolean exist(Locale language) {
        return LANGUAGES.stream().anyMatch(known -> known.getLanguage().equals(language.getLanguage()));
    }

    /**
     * The labels in English and this language.
     *
     * @throws IllegalArgumentException when there are none in this language
     */
    public static Labels of(Locale language) {
        if (!exist(language)) {
            throw new IllegalArgumentException(
                    "There are no printed labels in the language '" + language.toLanguageTag() + "'.");
        }
        return KNOWN.computeIfAbsent(
                language.getLanguage(), key -> new Labels(language, load(Locale.ENGLISH), load(language)));
    }

    /** The national language. */
    public Locale language() {
        return language;
    }

    /** All keys. */
    public Set<String> keys() {
        return national.stringPropertyNames();
    }

    /** Whether there are words under this key. */
    public boolean has(String key) {
        return english.containsKey(key);
    }

    /**
     * The words under this key.
     *
     * @throws IllegalArgumentException when a language lacks it
     */
    public Words words(String key) {
        String first = english.getProperty(key);
        String second = national.getProperty(key);
        if (first == null || second == null) {
            throw new IllegalArgumentException(
                    "no label " + key + " in " + (first == null ? "en" : language.getLanguage()));
        }
        return new Words(first, second);
    }

    private static Properties load(Locale language) {
        String file = "labels_" + language.getLanguage() + ".properties";
        try (InputStream in = Labels.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + file);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the printed labels", e);
        }
    }
}
