-- In which language an answer was published, where it is said, and the message that it was made of, once in each language.
alter table call_answer
    add column language   text check (language in ('nb', 'nn', 'en')),
    add column message_id uuid references message (id) on delete set null,
    add constraint call_answer_of_a_message unique (message_id, language);
