// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/** Answers with a public document that is not a page: kept by anybody, asked for again each time. */
final class Documents {

    private Documents() {}

    static ResponseEntity<byte[]> of(String contentType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .varyBy("Cookie", "Accept-Language")
                .eTag("\"" + DigestUtils.md5DigestAsHex(bytes) + "\"")
                .body(bytes);
    }
}
