package org.stayseal.issuer.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.PermitDraft;

/** What the OpenAPI description says beyond the controllers: how to sign in, and the form, which is made from the permit's own fields. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** Reference to the form's schema. */
    static final String FORM = "#/components/schemas/ApplicationForm";

    private static final Set<Field> GIVEN_BY_ISSUER =
            EnumSet.of(Field.COUNTRY, Field.PERMIT_NUMBER, Field.AUTHORITY, Field.ISSUE_DATE);
    private static final Set<Field> OPTIONAL_HERE =
            EnumSet.of(Field.DOCUMENT_UNTIL, Field.SELF_EMPLOYMENT, Field.STUDY);
    private static final Map<Field, String> SHAPES = Map.ofEntries(
            Map.entry(Field.BIRTH_DATE, "YYYY-MM-DD; an unknown day, month or year is 00, 00 or 0000"),
            Map.entry(Field.SEX, "F, M or X"),
            Map.entry(
                    Field.NATIONALITY,
                    "Three letters as in the machine readable zone: UKR, XXA (stateless), XXB (refugee), D"),
            Map.entry(Field.NAME_LANGUAGE, "Language tag of the own script: uk, fa, zh-Hant"),
            Map.entry(Field.RIGHT_FROM, "YYYY-MM-DD"),
            Map.entry(Field.RIGHT_UNTIL, "YYYY-MM-DD or unlimited"),
            Map.entry(
                    Field.DOCUMENT_UNTIL,
                    "YYYY-MM-DD; if left out, the earlier of rightUntil and ten years after issue"),
            Map.entry(Field.WORK, "none, any, conditions (with workConditions) or separate-permit"),
            Map.entry(Field.SELF_EMPLOYMENT, "no or yes; no if left out"),
            Map.entry(Field.STUDY, "no or yes; no if left out"),
            Map.entry(Field.TRAVEL_DOCUMENT_NUMBER, "A to Z and digits, at most 9: the seal names it"),
            Map.entry(Field.TRAVEL_DOCUMENT_ISSUER, "Three letters as in the machine readable zone"),
            Map.entry(Field.TRAVEL_DOCUMENT_UNTIL, "YYYY-MM-DD"),
            Map.entry(Field.LIVE_ONLY, "true or false; false if left out"),
            Map.entry(Field.PHOTO, "Base64 of a JPEG, PNG or WebP portrait, at most 2 MiB"));

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Stayseal issuer")
                        .version("v1")
                        .description(
                                "Applications for residence permits, their decision, and the life of a permit. Failures are problem"
                                        + " documents (RFC 9457).")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addSecurityItem(new SecurityRequirement().addList("officer"))
                .components(new Components()
                        .addSecuritySchemes(
                                "officer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSchemas("ApplicationForm", form()));
    }

    private static ObjectSchema form() {
        ObjectSchema form = new ObjectSchema();
        form.description("All members are strings; liveOnly may be a boolean.").additionalProperties(false);
        for (Field field : Field.values()) {
            if (!GIVEN_BY_ISSUER.contains(field)) {
                StringSchema schema = new StringSchema();
                schema.description(SHAPES.get(field));
                if (field == Field.CATEGORY) {
                    for (Category category : Category.values()) {
                        schema.addEnumItem(category.key());
                    }
                }
                form.addProperty(field.key(), schema);
                if (PermitDraft.required().contains(field) && !OPTIONAL_HERE.contains(field)) {
                    form.addRequiredItem(field.key());
                }
            }
        }
        form.addRequiredItem(Field.TRAVEL_DOCUMENT_NUMBER.key());
        form.addRequiredItem(Field.TRAVEL_DOCUMENT_ISSUER.key());
        return form;
    }
}
