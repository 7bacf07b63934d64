import Link from 'next/link';

export function OrganisationLink({
  organisation: { id, name },
}: {
  organisation: { id: string; name: string };
}) {
  return (
    <Link href={`/customers/organisations/${id}`} prefetch={false} className="text-accent hover:underline">
      <bdi>{name}</bdi>
    </Link>
  );
}
