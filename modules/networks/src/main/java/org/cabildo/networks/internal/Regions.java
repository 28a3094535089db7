// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Departments, states and provinces by the beginning of official territory codes. */
@Component
class Regions {

    private static final int DIGITS = 2;

    private final Properties names = new Properties();

    Regions() {
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("org/cabildo/networks/regions.properties").getInputStream(),
                StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The region of a territory; empty when its country or its code is not known. */
    String of(String country, String territoryCode) {
        return territoryCode.length() < DIGITS
                ? ""
                : names.getProperty(country + "." + territoryCode.substring(0, DIGITS), "");
    }
}
