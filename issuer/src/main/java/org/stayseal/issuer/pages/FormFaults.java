package org.stayseal.issuer.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.spec.permit.Field;

/** Turns faults, which name fields as the wire does, into sentences that name them as the page does. */
@Component
class FormFaults {
    /** Longest names first, so that workConditions is not taken for work. */
    private static final Pattern FIELD_NAMES = Pattern.compile(Stream.of(Field.values())
            .map(Field::key)
            .filter(key -> !key.equals("work") && !key.equals("study") && !key.equals("authority"))
            .sorted((a, b) -> b.length() - a.length())
            .collect(Collectors.joining("|", "\\b(", ")\\b")));

    private final MessageSource messages;

    FormFaults(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence for each wrong field, in the order of the faults; the first of a field counts. */
    Map<String, String> sentences(List<FieldFault> faults, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (FieldFault fault : faults) {
            sentences.putIfAbsent(key(fault), sentence(fault, locale));
        }
        return sentences;
    }

    private static String key(FieldFault fault) {
        return fault.pointer().isEmpty() ? "" : fault.pointer().substring(1);
    }

    private String sentence(FieldFault fault, Locale locale) {
        String key = key(fault);
        Object[] label = {label(key, locale)};
        return message("fault." + key + "." + fault.rule(), label, locale)
                .or(() -> message("fault." + fault.rule(), label, locale))
                .orElseGet(() -> FIELD_NAMES
                        .matcher(fault.message())
                        .replaceAll(match -> Matcher.quoteReplacement(quoted(match, locale))));
    }

    private Optional<String> message(String code, Object[] arguments, Locale locale) {
        String text = messages.getMessage(code, arguments, "", locale);
        return Optional.ofNullable(text).filter(found -> !found.isEmpty());
    }

    private String quoted(MatchResult match, Locale locale) {
        return "“" + label(match.group(), locale) + "”";
    }

    private String label(String key, Locale locale) {
        String label = messages.getMessage("field." + key, null, key, locale);
        return label == null ? key : label;
    }
}
