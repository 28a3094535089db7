// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

/** Somebody with an account and a verified address. Roles are given by {@link Installation#enrol}. */
public record Person(String subject, String name, String email) {

    /** Runs the installation of the tests. */
    public static final Person OPERATOR = named("Olga Operadora");

    /** Somebody whose account and address follow from the name. */
    public static Person named(String name) {
        String word = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
        return new Person("subject-" + word, name, word + "@personas.example");
    }
}
