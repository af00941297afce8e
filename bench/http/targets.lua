-- For wrk: asks the paths of the file that INCONTRO_TARGETS names, in turn.
local targets = {}
for line in io.lines(os.getenv("INCONTRO_TARGETS")) do
  targets[#targets + 1] = line
end

local next_target = 0

function request()
  next_target = next_target % #targets + 1
  return wrk.format("GET", targets[next_target])
end
