package org.stayseal.issuer.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.application.FormRefused;

/**
 * Every failure of an address for programs becomes a problem document; what pages throw is left to the pages. Nothing of what went wrong
 * inside is told: a failure of ours has a number in the log, nothing more.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final List<String> AREAS = List.of("/api/", "/device/", "/trust/", "/status/");

    @ExceptionHandler
    ResponseEntity<Problem> any(Exception failure, HttpServletRequest request) throws Exception {
        if (AREAS.stream().noneMatch(request.getServletPath()::startsWith)
                || failure instanceof AccessDeniedException) {
            throw failure;
        }
        if (failure instanceof FormRefused refused) {
            List<Problem.FieldProblem> errors = refused.faults().stream()
                    .map(fault -> new Problem.FieldProblem(fault.pointer(), fault.rule(), fault.message()))
                    .toList();
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, "fields", "Some fields are wrong or missing.", errors);
        }
        if (failure instanceof Refusal refusal) {
            return answer(status(refusal.kind()), refusal.rule(), String.valueOf(refusal.getMessage()), List.of());
        }
        if (failure instanceof UnreadableBody body) {
            return answer(body.status(), body.rule(), String.valueOf(body.getMessage()), List.of());
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "parameter",
                    mismatch.getName() + " has a wrong form.",
                    List.of());
        }
        if (failure instanceof ErrorResponse known) {
            return known(known);
        }
        LOG.error("a request to {} failed", request.getServletPath(), failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "our-fault", "Something failed here. Try again later.", List.of());
    }

    private static ResponseEntity<Problem> known(ErrorResponse known) {
        HttpStatusCode status = known.getStatusCode();
        String detail = switch (status.value()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method.";
            case 406 -> "This is not offered in a form that the request accepts.";
            case 415 -> "Send the body as application/json.";
            case 501 -> "This is not offered here.";
            default -> "The request has a wrong form.";
        };
        ResponseEntity<Problem> answer =
                answer(HttpStatus.valueOf(status.value()), "http-" + status.value(), detail, List.of());
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(known.getHeaders());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(answer.getBody(), headers, status);
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status, String rule, String detail, List<Problem.FieldProblem> errors) {
        Problem problem = new Problem(
                "urn:stayseal:problem:" + rule, status.getReasonPhrase(), status.value(), detail, rule, errors);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
