// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.TenantBusy;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.FileStoreException;
import org.cabildo.platform.outbound.AddressRefused;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Freshness;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.SiteLocale;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Pages of the tests: each says how often it was made. */
@Controller
@Access(Access.Audience.PUBLIC)
class PageController {

    static final AtomicInteger MADE = new AtomicInteger();
    static volatile boolean away;

    private final Clock clock;

    PageController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/made/{name}")
    ResponseEntity<String> page(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        String text = name + " of " + SiteContext.of(request).slug() + " in "
                + SiteLocale.of(request).getLanguage() + " for " + request.getHeader("X-Forwarded-Host") + " "
                + MADE.incrementAndGet();
        switch (name) {
            case "slow" -> Thread.sleep(400);
            case "soon" -> Freshness.until(request, clock.instant().plus(Duration.ofMillis(300)));
            case "cookie" -> response.addCookie(new Cookie("greeting", "hello"));
            case "large" -> text = "x".repeat(2_000_000);
            default -> {}
        }
        String control = switch (name) {
            case "private" -> "private, max-age=60";
            case "no-store" -> "public, max-age=60, no-store";
            case "silent" -> null;
            default -> "public, max-age=0, must-revalidate";
        };
        var answer = ResponseEntity.ok()
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("X-Own", "1");
        if (control != null) {
            answer.header("Cache-Control", control);
        }
        return answer.eTag("W/\"" + text.hashCode() + "\"").body(text);
    }

    @GetMapping("/fail/{how}")
    String fail(@PathVariable String how) {
        throw switch (how) {
            case "full" -> new FileStoreException(FileStoreException.Cause.FULL, "full", null);
            case "incomplete" -> new FileStoreException(FileStoreException.Cause.INCOMPLETE, "cut", null);
            case "unavailable" -> new FileStoreException(FileStoreException.Cause.UNAVAILABLE, "away", null);
            case "refused" -> new FileRefused(FileRefused.Reason.TOO_LARGE, 15.0);
            case "address" -> new AddressRefused(AddressRefused.Reason.NOT_PUBLIC);
            case "busy" -> new TenantBusy(new TenantId(1));
            case "database" -> new DataAccessResourceFailureException("away");
            default -> new IllegalStateException("secret of the inside");
        };
    }

    @PostMapping("/upload")
    ResponseEntity<String> upload(@RequestParam MultipartFile file) {
        return ResponseEntity.ok(Long.toString(file.getSize()));
    }
}
