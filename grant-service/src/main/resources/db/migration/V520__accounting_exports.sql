-- What has been handed over to the accounts: for each month one export, with its bytes, which never change.
create table accounting_export (
    number      bigint primary key check (number >= 1),
    period      text        not null unique check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    vouchers    integer     not null check (vouchers >= 0),
    lines       integer     not null check (lines >= vouchers),
    amount      bigint      not null check (amount >= 0),
    json        bytea       not null,
    json_sha256 text        not null,
    csv         bytea       not null,
    csv_sha256  text        not null,
    made_by     text        not null check (made_by <> ''),
    made_at     timestamptz not null,
    constraint accounting_export_is_what_its_hashes_say
        check (encode(sha256(json), 'hex') = json_sha256 and encode(sha256(csv), 'hex') = csv_sha256)
);

-- Numbers have no gaps, and months follow each other.
create function accounting_export_follows() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    before accounting_export;
begin
    select * into before from accounting_export order by number desc limit 1;
    if new.number <> coalesce(before.number, 0) + 1 or new.period <= before.period then
        raise exception 'Accounting export % of % does not follow % of %', new.number, new.period, before.number,
            before.period using errcode = 'check_violation', constraint = 'accounting_export_follows';
    end if;
    return new;
end $$;
create trigger accounting_export_follows before insert on accounting_export
    for each row execute function accounting_export_follows();

create function accounting_export_stays() returns trigger language plpgsql as $$
begin
    raise exception 'What was handed over to the accounts stays: % is refused', tg_op
        using errcode = 'restrict_violation';
end $$;
create trigger accounting_export_stays before update or delete or truncate on accounting_export
    for each statement execute function accounting_export_stays();

create index ledger_entry_by_time on ledger_entry (posted_at, number);

grant select, insert on accounting_export to ${app};
revoke update, delete, truncate on accounting_export from ${app};
