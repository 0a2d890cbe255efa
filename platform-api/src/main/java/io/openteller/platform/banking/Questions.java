package io.openteller.platform.banking;

import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.spi.identity.OneTimeCode.Check;
import java.util.List;

/**
 * Questions that only the customer should be able to answer, out of the bank's own records. Attempts count together with
 * those of one-time codes; after too many wrong ones nothing is taken from this customer for an hour.
 */
public interface Questions {

    /** @param callId a second call with the same id asks the same */
    BankResult<Asked> ask(Session session, String callId);

    /** All of them have to be answered. @param challenge as {@link #ask} named it in this conversation */
    BankResult<Check> check(Session session, String callId, String challenge, List<Answer> answers);

    /** What was asked. */
    record Asked(String challenge, List<Question> questions) {
        public Asked {
            questions = List.copyOf(questions);
        }
    }

    /** One question with what can be answered. */
    record Question(String id, String text, List<String> choices) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /** @param id of the question */
    record Answer(String id, String choice) {}
}
