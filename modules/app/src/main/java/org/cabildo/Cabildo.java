// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The assembled application: every module that the POM names. */
@Modulithic(systemName = "Cabildo")
@SpringBootApplication
public class Cabildo {

    public static void main(String[] arguments) {
        SpringApplication.run(Cabildo.class, arguments);
    }
}
