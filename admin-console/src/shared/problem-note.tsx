import { asProblem } from '@openteller/web-kit';
import classes from './problem-note.module.css';

/** Why something was not done, with what the platform says of each field or step. */
export function ProblemNote({ error }: { error: unknown }) {
  if (!error) return null;
  const { title, detail, errors } = asProblem(error);
  return (
    <div className={classes.problem} role="alert">
      <p>
        {title}. {detail}
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field && <strong>{field}: </strong>}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
