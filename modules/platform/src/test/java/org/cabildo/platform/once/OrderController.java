// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.once;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cabildo.platform.web.Access;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A form of the tests: takes its time, refuses an empty name, and counts. */
@Controller
class OrderController {

    static final List<String> ORDERS = new CopyOnWriteArrayList<>();

    @PostMapping("/orders")
    @Access(Access.Audience.PUBLIC)
    Object order(@RequestParam String name, @RequestParam(defaultValue = "0") long pause) throws InterruptedException {
        Thread.sleep(pause);
        if (name.isBlank()) {
            return ResponseEntity.status(HttpStatus.OK).body(Map.of("error", "name"));
        }
        if (name.equals("broken")) {
            throw new IllegalStateException("broken");
        }
        ORDERS.add(name);
        return "redirect:/orders/" + ORDERS.size();
    }
}
