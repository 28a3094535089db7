// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.ErrorFormat;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Every error below the protocol's addresses in the protocol's form, whoever noticed it. */
@ControllerAdvice(basePackageClasses = ProtocolErrors.class)
@Order(0)
class ProtocolErrors implements ErrorFormat {

    private final Words words;

    ProtocolErrors(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal, HttpServletRequest request) {
        Words.Spoken spoken = words.of(request);
        List<Part> errors = refusal.problems().stream()
                .map(problem -> Refusal.error(
                        problem.code(),
                        spoken.of(problem.message(), problem.arguments().toArray())))
                .toList();
        return Format.ofPath(request.getRequestURI()).answer(refusal.status(), Refusal.body(errors));
    }

    @Override
    public boolean writes(Site site, String path) {
        return site.has("complaints") && (path.equals(Open311.ROOT) || path.startsWith(Open311.ROOT + "/"));
    }

    @Override
    public ResponseEntity<?> write(Site site, String path, int status, String detail) {
        String said = detail.isEmpty() ? HttpStatus.valueOf(status).getReasonPhrase() : detail;
        return Format.ofPath(path).answer(status, Refusal.body(List.of(Refusal.error(status, said))));
    }
}
