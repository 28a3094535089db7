// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.identity.Memberships;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff give a key to another system, which reports without a session until the key ends. */
@AppTest
class MachineKeysTests {

    private static final String SLUG = "trinidad";
    private static final String DESK = "/gestion/reportes/claves";
    private static final String REPORT = "/open311/v2/requests.json";

    private final Installation installation;
    private Visitor staff;

    @Autowired
    MachineKeysTests(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void switchOn() {
        installation.switchModules(SLUG, key -> true);
        staff = installation
                .visit(SLUG)
                .signIn(installation.enrol(Person.named("Clara Claves"), SLUG, Memberships.ADMINISTRATOR));
    }

    @AfterEach
    void restore() {
        installation.restore(SLUG);
    }

    private static Answer report(Visitor machine, String key) {
        return machine.post(
                REPORT,
                Map.of("api_key", key, "service_code", "acera", "address_string", "Plaza", "description", "Rota"));
    }

    @Test
    void letsASystemReportUntilItsKeyEnds() {
        Answer made = Form.of(staff.get(DESK + "/nueva"))
                .with("name", "Aplicación de Ñandú")
                .with("reports", "true")
                .with("perDay", "50")
                .post(staff, DESK + "/nueva");
        assertThat(made.status()).isEqualTo(302);
        String shown = staff.get(DESK).text();
        Matcher secret = Pattern.compile("<code>([A-Za-z0-9_-]{24})</code>").matcher(shown);
        assertThat(secret.find()).isTrue();
        assertThat(staff.get(DESK).text()).contains("Ñandú").doesNotContain(secret.group(1));

        Visitor machine = installation.visit(SLUG);
        Answer taken = report(machine, secret.group(1));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.text()).contains("service_request_id");
        assertThat(machine.cookies()).isEmpty();
        assertThat(report(machine.with("Origin", "https://app.example"), secret.group(1))
                        .status())
                .isEqualTo(200);

        Matcher row = Pattern.compile(DESK + "/([0-9a-f-]{36})/anular").matcher(shown);
        assertThat(row.find()).isTrue();
        Form.of(staff.get(row.group())).post(staff, row.group());
        Answer refused = report(machine, secret.group(1));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).startsWith("[{\"code\":403,");
    }

    @Test
    void saysWhatIsMissing() {
        Answer answer = Form.of(staff.get(DESK + "/nueva")).with("perDay", "0").post(staff, DESK + "/nueva");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("#f-name", "#f-reports", "#f-perDay");
    }

    @Test
    void answersMachinesInTheirOwnFormWhateverGoesWrong() {
        Visitor machine = installation.visit(SLUG);

        for (String path : new String[] {"/open311/v2/nada.xml", "/open311/v2/services/nada.xml"}) {
            Answer answer = machine.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/xml;charset=utf-8");
            assertThat(answer.text()).contains("<errors><error><code>404</code>");
        }
        Answer method = machine.post("/open311/v2/services.json", Map.of());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.text()).startsWith("[{\"code\":405,");
        assertThat(machine.get("/open311/v2//services.json").status()).isEqualTo(200);
    }

    @Test
    void givesNothingToAnybodyWhileTheModuleIsOff() {
        installation.switchModules(SLUG, key -> !key.equals("complaints"));

        assertThat(installation.visit(SLUG).get("/open311/v2/services.xml").status())
                .isEqualTo(404);
        assertThat(report(installation.visit(SLUG), "x").status()).isEqualTo(404);
    }
}
