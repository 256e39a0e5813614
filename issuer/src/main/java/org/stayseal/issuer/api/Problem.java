package org.stayseal.issuer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code urn:stayseal:problem:} and the rule; stable, to be compared
 * @param title the HTTP status in words
 * @param status the HTTP status
 * @param detail what is wrong and what to do, in plain English, without personal data
 * @param rule the rule's short, stable name
 * @param errors every wrong field, where fields are wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "A problem document (RFC 9457)")
record Problem(String type, String title, int status, String detail, String rule, List<FieldProblem> errors) {

    /**
     * One wrong or missing field.
     *
     * @param pointer JSON pointer (RFC 6901) into the request's body
     * @param rule the rule's short, stable name
     * @param detail what is wrong and what is expected
     */
    @Schema(name = "FieldProblem")
    record FieldProblem(String pointer, String rule, String detail) {}
}
