// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cabildo.platform.TenantId;

/** What a preview link says: tenant, draft, end; followed by a code over it (HMAC-SHA-256), all in base64url. */
record PreviewToken(TenantId tenant, UUID theme, Instant expires) {

    private static final int SAID = 4 + 16 + 8;
    private static final int LENGTH = SAID + 32;

    String signed(byte[] key) {
        byte[] said = said();
        byte[] code = code(said, key);
        byte[] all = ByteBuffer.allocate(LENGTH).put(said).put(code).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** What a token claims, before anybody has checked it. */
    static Optional<PreviewToken> claimed(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException exception) {
            return Optional.empty();
        }
        if (all.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer said = ByteBuffer.wrap(all);
        int tenant = said.getInt();
        if (tenant <= 0) {
            return Optional.empty();
        }
        UUID theme = new UUID(said.getLong(), said.getLong());
        return Optional.of(new PreviewToken(new TenantId(tenant), theme, Instant.ofEpochSecond(said.getLong())));
    }

    /** Whether the token was signed with the key. */
    boolean confirmed(String token, byte[] key) {
        byte[] all = Base64.getUrlDecoder().decode(token);
        return MessageDigest.isEqual(code(said(), key), Arrays.copyOfRange(all, SAID, LENGTH));
    }

    private byte[] said() {
        return ByteBuffer.allocate(SAID)
                .putInt(tenant.value())
                .putLong(theme.getMostSignificantBits())
                .putLong(theme.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .array();
    }

    private static byte[] code(byte[] said, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(said);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
