// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Words in links that nobody can guess. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private Secret() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
