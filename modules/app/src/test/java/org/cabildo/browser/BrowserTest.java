// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import org.cabildo.AppTest;
import org.cabildo.harness.Installation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A test with one browser for its class. */
@AppTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    @Autowired
    Installation installation;

    private @Nullable Chromium chromium;

    @BeforeEach
    void startOnce() {
        Chromium.assumeInstalled();
        if (chromium == null) {
            chromium = Chromium.start(installation.port());
        }
    }

    Chromium chromium() {
        if (chromium == null) {
            throw new IllegalStateException("The browser has not started");
        }
        return chromium;
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }
}
