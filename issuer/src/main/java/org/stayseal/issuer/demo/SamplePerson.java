package org.stayseal.issuer.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the samples: an invented person and the permit asked for.
 *
 * @param fields of the application, without the photo
 * @param hair colour of the drawn portrait
 * @param revoked whether the permit is revoked once it is released
 */
record SamplePerson(Map<String, String> fields, int hair, boolean revoked) {

    /** The three samples: one valid, one not yet valid, one revoked. */
    static List<SamplePerson> all(LocalDate today) {
        return List.of(
                new SamplePerson(protectedPerson(today), 0x6B4226, false),
                new SamplePerson(engineer(today), 0x2B2B2B, false),
                new SamplePerson(student(today), 0x1A1410, true));
    }

    private static Map<String, String> protectedPerson(LocalDate today) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("surname", "Kovalchenko");
        fields.put("givenNames", "Daryna Test");
        fields.put("nameOwnScript", "Ковальченко Дарина Тест");
        fields.put("nameLanguage", "uk");
        fields.put("birthDate", "1991-05-14");
        fields.put("birthPlace", "Samplivka");
        fields.put("sex", "F");
        fields.put("nationality", "UKR");
        fields.put("personalNumber", "UT-19910514-01");
        fields.put("category", "temporary-protection");
        fields.put("rightFrom", today.minusDays(30).toString());
        fields.put("rightUntil", today.plusMonths(15).toString());
        fields.put("work", "any");
        fields.put("selfEmployment", "yes");
        fields.put("study", "yes");
        fields.put("legalGround", "Utopian Residence Act, section 24");
        fields.put("issuePlace", "Port Sample");
        fields.put("travelDocumentNumber", "UT0123456");
        fields.put("travelDocumentIssuer", "UKR");
        fields.put("travelDocumentUntil", today.plusYears(4).toString());
        return fields;
    }

    private static Map<String, String> engineer(LocalDate today) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("surname", "Specimen Iyer");
        fields.put("givenNames", "Arjun");
        fields.put("nameOwnScript", "अर्जुन अय्यर");
        fields.put("nameLanguage", "hi");
        fields.put("birthDate", "1987-11-02");
        fields.put("birthPlace", "Exampur");
        fields.put("sex", "M");
        fields.put("nationality", "IND");
        fields.put("category", "blue-card");
        fields.put("rightFrom", today.plusDays(45).toString());
        fields.put("rightUntil", today.plusDays(45).plusYears(3).toString());
        fields.put("work", "conditions");
        fields.put("workConditions", "Engineer at Utopia Rail Works only");
        fields.put("legalGround", "Utopian Residence Act, section 18");
        fields.put("issuePlace", "Port Sample");
        fields.put("travelDocumentNumber", "UT7654321");
        fields.put("travelDocumentIssuer", "IND");
        return fields;
    }

    private static Map<String, String> student(LocalDate today) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("surname", "Okoro-Example");
        fields.put("givenNames", "Nneka");
        fields.put("birthDate", "2001-00-00");
        fields.put("sex", "X");
        fields.put("nationality", "XXA");
        fields.put("category", "student");
        fields.put("rightFrom", today.minusDays(60).toString());
        fields.put("rightUntil", today.plusMonths(10).toString());
        fields.put("work", "conditions");
        fields.put("workConditions", "Up to 20 hours a week");
        fields.put("study", "yes");
        fields.put("legalGround", "Utopian Residence Act, section 16");
        fields.put("issuePlace", "Port Sample");
        fields.put("travelDocumentNumber", "UT5550199");
        fields.put("travelDocumentIssuer", "XXA");
        return fields;
    }
}
