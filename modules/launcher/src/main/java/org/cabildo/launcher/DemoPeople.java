// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives the people of the demonstration their roles in the sample tenants, once. */
final class DemoPeople {

    private final Installation installation;
    private final Management management;
    private final Progress progress;

    DemoPeople(Installation installation, Management management, Progress progress) {
        this.installation = installation;
        this.management = management;
        this.progress = progress;
    }

    void enrol() throws IOException {
        Path mark = installation.home().data().resolve("people.enrolled");
        if (Files.exists(mark)) {
            return;
        }
        boolean all = true;
        for (DemoPerson person : installation.people()) {
            all = all && (!person.staff() || enrolled(person));
        }
        if (all) {
            Files.writeString(mark, installation.people().size() + "\n");
        }
    }

    private boolean enrolled(DemoPerson person) throws IOException {
        Http.Answer answer = management.enrol(person.email(), person.tenant(), person.role());
        if (!answer.ok()) {
            progress.line("people", person.email() + " got no role: the monolith answered " + answer.status());
        }
        return answer.ok();
    }
}
