-- A municipality is kept as it was heard: who reads it is the same in every service.
alter table known_municipality add column body jsonb;

update known_municipality m set body = jsonb_build_object(
    'municipalityId', m.id,
    'ceasedOn', m.ceased_on,
    'versions', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'number', v.number, 'name', v.name,
            'county', case when v.county_name is not null then jsonb_build_object('name', v.county_name) end,
            'from', v.valid_from, 'to', v.valid_to) order by v.valid_from nulls first), '[]')
        from known_municipality_version v where v.municipality_id = m.id),
    'successors', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'municipalityId', s.successor_id, 'on', s.on_date, 'share', s.share, 'dutyBearer', s.duty_bearer)
            order by s.on_date, s.successor_id), '[]')
        from known_successor s where s.municipality_id = m.id),
    'organisationNumbers', (
        select coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'from', o.valid_from, 'to', o.valid_to)
            order by o.valid_from nulls first), '[]')
        from known_organisation_number o where o.municipality_id = m.id),
    'representatives', (
        select coalesce(jsonb_agg(jsonb_build_object(
            'organisationNumber', r.organisation, 'tasks', to_jsonb(string_to_array(r.tasks, ' ')),
            'from', r.valid_from, 'to', r.valid_to) order by r.valid_from, r.organisation), '[]')
        from known_representative r where r.municipality_id = m.id));

alter table known_municipality alter column body set not null;
alter table known_municipality drop column ceased_on;
drop table known_municipality_version, known_successor, known_organisation_number, known_representative;
update known_municipality_edition set edition = gen_random_uuid();
