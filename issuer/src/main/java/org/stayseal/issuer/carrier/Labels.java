package org.stayseal.issuer.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The printed words in English and one national language, from {@code labels_<language>.properties} beside this class. Immutable. */
public final class Labels {
    private final Properties english;
    private final Properties national;
    private final Locale language;

    private Labels(Locale language, Properties english, Properties national) {
        this.language = language;
        this.english = english;
        this.national = national;
    }

    /** Whether labels in this language exist. */
    public static boolean exist(Locale language) {
        try (InputStream file = open(language)) {
            return file != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The labels in English and this language.
     *
     * @throws IllegalArgumentException when there are none in this language
     */
    public static Labels of(Locale language) {
        return new Labels(language, load(Locale.ENGLISH), load(language));
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

    private static @Nullable InputStream open(Locale language) {
        return Labels.class.getResourceAsStream("labels_" + language.getLanguage() + ".properties");
    }

    private static Properties load(Locale language) {
        try (InputStream file = open(language)) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "There are no printed labels in the language '" + language.toLanguageTag() + "'.");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the printed labels", e);
        }
    }
}
