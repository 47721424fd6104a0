-- Whether the one who acts is shut out of what this is about. Asked before every act; the room that keeps cases knows better, and puts its answer here.
create function gate.shut_out(about_case uuid, about_citizen uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select false $$;
alter function gate.shut_out(uuid, uuid) owner to lods_gate;
