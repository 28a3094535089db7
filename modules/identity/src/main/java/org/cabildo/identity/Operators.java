// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this installation.
 *
 * @param operators their mail addresses, which must be verified when they sign in
 */
@ConfigurationProperties("cabildo")
public record Operators(@DefaultValue List<String> operators) {

    /** Whether somebody with this address runs the installation. */
    public boolean include(String email, boolean verified) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return verified
                && !wanted.isEmpty()
                && operators.stream()
                        .anyMatch(operator ->
                                operator.strip().toLowerCase(Locale.ROOT).equals(wanted));
    }
}
