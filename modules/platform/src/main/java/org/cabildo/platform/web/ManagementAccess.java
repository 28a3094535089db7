// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.cabildo.platform.PlatformProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Guards the management port's own endpoints with the installation's internal token. */
@Component
public class ManagementAccess {

    private final byte[] expected;

    ManagementAccess(PlatformProperties properties) {
        this.expected = ("Bearer " + properties.internalToken()).getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses with 401 unless the header carries the token; an installation without a token refuses everybody. */
    public void check(@Nullable String authorization) {
        byte[] given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        if (expected.length == "Bearer ".length() || !MessageDigest.isEqual(expected, given)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
    }
}
