// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Static files of the modules under addresses that carry a hash of their content, so that they can be kept for ever. A
 * hash that does not match is answered too, for a week: style sheets refer to fonts and patterns by relative addresses.
 */
@Controller
public class Assets {

    private static final MediaType WOFF2 = MediaType.valueOf("font/woff2");

    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    /** The address of a static file; the path starts with its module's key. A file that is not there is an error. */
    public String url(String path) {
        return "/assets/" + hashes.computeIfAbsent(path, Assets::hash) + "/" + path;
    }

    @Access(
            value = Access.Audience.PUBLIC,
            on = {
                org.cabildo.platform.SiteKind.MUNICIPALITY,
                org.cabildo.platform.SiteKind.NETWORK,
                org.cabildo.platform.SiteKind.CONSOLE
            })
    @GetMapping("/assets/{hash:[0-9a-f]{12}}/{*path}")
    ResponseEntity<Resource> file(@PathVariable String hash, @PathVariable("path") String slashed) {
        String path = slashed.substring(1);
        Resource file = new ClassPathResource("static/" + path);
        if (path.contains("..") || !path.matches("[a-z0-9-]+/[A-Za-z0-9./_-]+") || !file.isReadable()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean exact = hash.equals(hashes.computeIfAbsent(path, Assets::hash));
        CacheControl kept = exact
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.maxAge(Duration.ofDays(7)).cachePublic();
        return ResponseEntity.ok()
                .cacheControl(kept)
                .contentType(
                        path.endsWith(".woff2")
                                ? WOFF2
                                : MediaTypeFactory.getMediaType(path).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(file);
    }

    private static String hash(String path) {
        try (InputStream in = new ClassPathResource("static/" + path).getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException exception) {
            throw new IllegalArgumentException("There is no static file " + path, exception);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
