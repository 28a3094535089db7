// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.SiteContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Style sheets and pictures of themes, under addresses that change with their content. */
@Controller
@Access(
        value = Access.Audience.PUBLIC,
        on = {SiteKind.MUNICIPALITY, SiteKind.NETWORK, SiteKind.CONSOLE})
public class ThemeController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ThemeDirectory directory;
    private final ThemeArchive archive;

    ThemeController(ThemeDirectory directory, ThemeArchive archive) {
        this.directory = directory;
        this.archive = archive;
    }

    @GetMapping("/tema/{hash:[0-9a-f]{16}}.css")
    ResponseEntity<String> stylesheet(@PathVariable String hash, HttpServletRequest request) {
        TenantId tenant = SiteContext.of(request).tenant();
        PublishedTheme theme = theme(tenant, hash).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(theme.css());
    }

    private Optional<PublishedTheme> theme(@Nullable TenantId tenant, String hash) {
        if (tenant == null) {
            return Optional.of(PublishedTheme.NEUTRAL)
                    .filter(theme -> theme.cssHash().equals(hash));
        }
        return directory
                .theme(tenant)
                .filter(theme -> theme.cssHash().equals(hash))
                .or(() -> archive.stylesheet(tenant, hash));
    }

    @Access(Access.Audience.PUBLIC)
    @GetMapping("/tema/{hash:[0-9a-f]{16}}/{role:[a-z]+}.{extension:[a-z]+}")
    public ResponseEntity<byte[]> picture(
            @PathVariable String hash,
            @PathVariable String role,
            @PathVariable String extension,
            HttpServletRequest request) {
        TenantId tenant = SiteContext.of(request).requireTenant();
        byte[] content = archive.picture(tenant, hash, role, extension);
        if (content == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.valueOf(ThemeFile.mediaType(extension)))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
